package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.web.search.FoundObjects;
import org.tocsin.web.search.ObjectParameters;

/** What arrived as STIX. */
@RestController
@Tag(name = "Objects", description = "What arrived as STIX 2.1, kept as it came")
final class ObjectsApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundObjects objects;

  ObjectsApi(FoundObjects objects) {
    this.objects = objects;
  }

  @GetMapping("/api/objects")
  @Operation(
      summary = "Objects in the order they became visible",
      description =
          "The last version of each that is not revoked; versions=all for every one. Asked for by"
              + " its id, an object is there although it is revoked.")
  PageBody<ObjectItem> search(@ParameterObject ObjectParameters parameters, Reader reader) {
    SharingFilter submissions = SharingPolicy.submissions(reader);
    return PageBody.of(
        objects.page(parameters.query(USUAL_LIMIT), reader),
        stored -> ObjectItem.of(stored, submissions));
  }
}

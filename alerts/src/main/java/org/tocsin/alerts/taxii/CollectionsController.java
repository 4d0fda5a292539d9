package org.tocsin.alerts.taxii;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.sharing.Reader;

/** Says which collections there are (TAXII 2.1 sections 5.1 and 5.2). */
@RestController
final class CollectionsController {
  private final CollectionRegistry collections;
  private final ReaderSource readers;

  CollectionsController(CollectionRegistry collections, ReaderSource readers) {
    this.collections = collections;
    this.readers = readers;
  }

  /** Section 5.1. */
  @GetMapping(TaxiiAddress.COLLECTIONS)
  ResponseEntity<CollectionResource.All> all() {
    Reader reader = readers.current();
    return Answer.of(
        new CollectionResource.All(
            collections.all(reader).stream()
                .map(collection -> resource(collection, reader))
                .toList()));
  }

  /** Section 5.2. */
  @GetMapping(TaxiiAddress.COLLECTION)
  ResponseEntity<CollectionResource> one(@PathVariable String collection) {
    Reader reader = readers.current();
    return Answer.of(resource(collections.find(collection, reader), reader));
  }

  private CollectionResource resource(TaxiiCollection collection, Reader reader) {
    return new CollectionResource(
        collections.id(collection),
        collection.title(),
        collection.description(),
        collection.alias(),
        true,
        collection.isWritableBy(reader),
        List.of(TaxiiMediaType.STIX));
  }
}

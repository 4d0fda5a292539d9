package org.tocsin.alerts.taxii;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.sharing.Reader;

/** Shows what is in a collection (TAXII 2.1 sections 5.3, 5.4 and 5.6 to 5.8). */
@RestController
final class ObjectsController {
  private final CollectionRegistry collections;
  private final ReaderSource readers;

  ObjectsController(CollectionRegistry collections, ReaderSource readers) {
    this.collections = collections;
    this.readers = readers;
  }

  /** Section 5.3. */
  @GetMapping(TaxiiAddress.COLLECTION + "manifest/")
  ResponseEntity<Manifest> manifest(
      @PathVariable String collection, @RequestParam Map<String, String> parameters) {
    return Answer.of(read(collection, Selection.of(parameters)), Manifest::of);
  }

  /** Section 5.4. */
  @GetMapping(TaxiiAddress.OBJECTS)
  ResponseEntity<Envelope> objects(
      @PathVariable String collection, @RequestParam Map<String, String> parameters) {
    return Answer.of(read(collection, Selection.of(parameters)), Envelope::of);
  }

  /** Section 5.6. */
  @GetMapping(TaxiiAddress.OBJECT)
  ResponseEntity<Envelope> object(
      @PathVariable String collection,
      @PathVariable String object,
      @RequestParam Map<String, String> parameters) {
    return Answer.of(ofOne(collection, object, Selection.of(parameters).of(object)), Envelope::of);
  }

  /** Section 5.8. */
  @GetMapping(TaxiiAddress.OBJECT + "versions/")
  ResponseEntity<Versions> versions(
      @PathVariable String collection,
      @PathVariable String object,
      @RequestParam Map<String, String> parameters) {
    Selection all = Selection.of(parameters).of(object).with(VersionMatch.ALL);
    return Answer.of(ofOne(collection, object, all), Versions::of);
  }

  /**
   * Section 5.7. Nothing is deleted: what was collected is kept, and every view can be made anew
   * from it. Who made an object takes it back by adding a version with {@code revoked} (STIX 2.1
   * section 3.6.2).
   */
  @DeleteMapping(TaxiiAddress.OBJECT)
  ResponseEntity<Void> delete(@PathVariable String collection, @PathVariable String object) {
    ofOne(collection, object, Selection.existence(object));
    throw TaxiiException.forbidden(
        "Objects are not deleted here. Its creator can take one back: add a new version of it with"
            + " 'revoked' set to true.");
  }

  /** Of an object that is not there, nothing can be told; of one that is, perhaps nothing. */
  private Slice ofOne(String collection, String object, Selection selection) {
    Slice slice = read(collection, selection);
    if (slice.items().isEmpty()
        && read(collection, Selection.existence(object)).items().isEmpty()) {
      throw TaxiiException.notFound("object");
    }
    return slice;
  }

  private Slice read(String collection, Selection selection) {
    Reader reader = readers.current();
    return collections.find(collection, reader).read(selection, reader);
  }
}

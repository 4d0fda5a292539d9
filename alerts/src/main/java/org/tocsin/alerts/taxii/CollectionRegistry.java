package org.tocsin.alerts.taxii;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Reader;

/** The collections of the API root. */
final class CollectionRegistry {
  private final Supplier<NodeNamespace> namespace;
  private final List<CollectionSource> sources;

  /**
   * Those of all sources.
   *
   * @param namespace the node's namespace, in which ids are; may fail as the log may
   */
  CollectionRegistry(Supplier<NodeNamespace> namespace, List<CollectionSource> sources) {
    this.namespace = namespace;
    this.sources = List.copyOf(sources);
  }

  /** All there are for that reader (section 5.1). */
  List<TaxiiCollection> all(Reader reader) {
    return sources.stream().flatMap(source -> source.of(reader).stream()).toList();
  }

  /**
   * One of them, by id or alias (section 5.2.1).
   *
   * @throws TaxiiException where there is none for that reader
   */
  TaxiiCollection find(String idOrAlias, Reader reader) {
    return all(reader).stream()
        .filter(collection ->
            collection.alias().equals(idOrAlias)
                || id(collection).toString().equalsIgnoreCase(idOrAlias))
        .findFirst()
        .orElseThrow(() -> TaxiiException.notFound("collection"));
  }

  /** Its id; the same on every process of the node and for ever. */
  UUID id(TaxiiCollection collection) {
    return namespace.get().collectionId(collection.alias());
  }
}

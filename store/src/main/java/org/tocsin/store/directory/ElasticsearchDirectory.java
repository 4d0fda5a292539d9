package org.tocsin.store.directory;

import java.util.List;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.store.Directory;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.decision.Everything;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;

/** Reads the directory out of Elasticsearch. */
public final class ElasticsearchDirectory implements Directory {
  private final Everything everything;

  /** That of the cluster. */
  public ElasticsearchDirectory(Cluster cluster, Names names) {
    this.everything = new Everything(cluster, names);
  }

  @Override
  public long edition() {
    return everything.edition(
        "looking for changes of the directory", View.ORGANISATIONS, View.GROUPS);
  }

  @Override
  public List<Organisation> organisations() {
    return everything.of(EntityKind.ORGANISATION, Organisation.class);
  }

  @Override
  public List<SharingGroup> groups() {
    return everything.of(EntityKind.SHARING_GROUP, SharingGroup.class);
  }
}

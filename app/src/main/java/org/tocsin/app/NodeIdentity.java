package org.tocsin.app;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.journal.NodeJournal;

/** The node's namespace once the journal could be read; it never changes after that. */
final class NodeIdentity implements Supplier<NodeNamespace> {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final NodeJournal journal;
  private volatile @Nullable NodeNamespace namespace;

  NodeIdentity(NodeJournal journal) {
    this.journal = journal;
  }

  /** Reads it; the topics must be there. */
  void learn() {
    namespace = journal.namespace();
  }

  /** Throws StreamUnavailableException while it is not known. */
  @Override
  public NodeNamespace get() {
    NodeNamespace known = namespace;
    if (known == null) {
      throw new StreamUnavailableException(
          "the journal was not read yet", RETRY_AFTER, new IllegalStateException());
    }
    return known;
  }
}

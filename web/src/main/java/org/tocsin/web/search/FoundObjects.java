package org.tocsin.web.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ObjectQuery;
import org.tocsin.store.Page;
import org.tocsin.store.StixObjects;
import org.tocsin.store.StoredObject;
import org.tocsin.web.account.KnownProgress;
import org.tocsin.web.problem.BadParameterException;

/** Objects that arrived as STIX, as a reader may see them. */
public final class FoundObjects {
  private final StixObjects objects;
  private final KnownProgress progress;

  /** Asks these. */
  public FoundObjects(StixObjects objects, KnownProgress progress) {
    this.objects = objects;
    this.progress = progress;
  }

  /**
   * A page of what was looked for.
   *
   * @throws BadParameterException where the store cannot read a condition
   */
  public Page<StoredObject> page(ObjectQuery query, Reader reader) {
    return BadParameterException.unlessReadable(
        () -> objects.search(query, SharingPolicy.knowledge(reader), horizon(query.cursor())));
  }

  /** A new search sees all that was finished when it began; who follows a cursor sees it next. */
  private Instant horizon(@Nullable String cursor) {
    return (cursor == null ? progress.settled() : progress.now()).horizon();
  }
}

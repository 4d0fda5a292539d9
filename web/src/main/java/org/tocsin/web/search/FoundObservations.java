package org.tocsin.web.search;

import java.time.Instant;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.store.Observations;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.account.KnownProgress;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.raw.Excerpt;
import org.tocsin.web.raw.RawRecords;

/** Observations as a reader may see them. */
public final class FoundObservations {
  private final Observations observations;
  private final KnownProgress progress;
  private final RawRecords records;

  /** Asks these. */
  public FoundObservations(Observations observations, KnownProgress progress, RawRecords records) {
    this.observations = observations;
    this.progress = progress;
    this.records = records;
  }

  /**
   * A page of what was looked for.
   *
   * @throws BadParameterException where the store cannot read a condition
   */
  public Page<StoredObservation> page(ObservationQuery query, Reader reader) {
    return BadParameterException.unlessReadable(
        () -> observations.search(query, SharingPolicy.knowledge(reader), horizon(query)));
  }

  /**
   * One observation.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public StoredObservation one(String id, Reader reader) {
    return Given.uuid(id)
        .flatMap(known -> observations.find(known, SharingPolicy.knowledge(reader)))
        .orElseThrow(() -> new NotVisibleException("observation"));
  }

  /**
   * The bytes of the record it came from.
   *
   * @throws NotVisibleException where there are none or the reader may not see them
   */
  public Excerpt raw(String id, Reader reader) {
    return records.of(open(id, reader));
  }

  /**
   * The whole raw record it came in.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public byte[] wholeRaw(String id, Reader reader) {
    return records.read(open(id, reader).raw()).text();
  }

  /** Raw bytes may hold more than what was made of them, so another rule of the policy binds. */
  private StoredObservation open(String id, Reader reader) {
    return Given.uuid(id)
        .flatMap(known -> observations.find(known, SharingPolicy.submissions(reader)))
        .orElseThrow(() -> new NotVisibleException("observation"));
  }

  /**
   * A new search sees all that was finished when it began; who follows a cursor sees it next. Who
   * reads the newest first follows nothing: they see what is finished, whatever another lane is
   * still busy with.
   */
  private Instant horizon(ObservationQuery query) {
    if (query.order() == Order.NEWEST) {
      return progress.now().progresses().newest();
    }
    return (query.cursor() == null ? progress.settled() : progress.now()).horizon();
  }
}

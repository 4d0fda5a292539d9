package org.tocsin.web.search;

import org.tocsin.model.report.RawRecord;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Page;
import org.tocsin.store.Rejects;
import org.tocsin.store.StoredReject;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.raw.Excerpt;
import org.tocsin.web.raw.RawRecords;
import org.tocsin.web.raw.Redrive;

/** Rejects as a reader may see them. */
public final class FoundRejects {
  private final Rejects rejects;
  private final RawRecords records;
  private final Redrive redrive;

  /** Asks these. */
  public FoundRejects(Rejects rejects, RawRecords records, Redrive redrive) {
    this.rejects = rejects;
    this.records = records;
    this.redrive = redrive;
  }

  /**
   * A page of what was looked for.
   *
   * @throws BadParameterException where a parameter cannot be read
   */
  public Page<StoredReject> page(RejectParameters parameters, int usualLimit, Reader reader) {
    return parameters.page(rejects, usualLimit, SharingPolicy.submissions(reader));
  }

  /**
   * One reject.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public StoredReject one(String id, Reader reader) {
    return rejects
        .find(id, SharingPolicy.submissions(reader))
        .orElseThrow(() -> new NotVisibleException("reject"));
  }

  /** The bytes that could not be taken. */
  public Excerpt raw(StoredReject reject) {
    return records.of(reject);
  }

  /** The whole raw record they came in. */
  public byte[] wholeRaw(StoredReject reject) {
    return records.read(reject.raw()).text();
  }

  /** Sends its raw record through triage again; see {@link Redrive#again}. */
  public RawRecord redrive(String id, Reader reader) {
    return redrive.again(one(id, reader), reader);
  }
}

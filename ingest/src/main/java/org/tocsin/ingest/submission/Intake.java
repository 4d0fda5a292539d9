package org.tocsin.ingest.submission;

import org.tocsin.ingest.unpack.Spools;
import org.tocsin.ingest.unpack.UnpackLimits;

/** Takes files as they come, packed or not, one or many. Thread-safe. */
public final class Intake {
  private final Collector collector;
  private final FormatChoice choice;
  private final UnpackLimits limits;
  private final Spools archives;

  /**
   * An intake.
   *
   * @param choice tells what a file is read as
   * @param archives where archives are kept while they are open
   */
  public Intake(Collector collector, FormatChoice choice, UnpackLimits limits, Spools archives) {
    this.collector = collector;
    this.choice = choice;
    this.limits = limits;
    this.archives = archives;
  }

  /** A batch for the files of one request. */
  public Batch batch() {
    return new Batch(collector, choice, limits, archives);
  }

  /** What unpacking may cost. */
  public UnpackLimits limits() {
    return limits;
  }
}

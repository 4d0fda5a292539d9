package org.tocsin.formats;

import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** One format of the outside world. Implementations hold no state and are thread-safe. */
public interface Format {
  /** The format's name in the API, such as {@code stix-2.1}; never changes. */
  String name();

  /** Version of the normaliser: raised whenever the same bytes would give another fact. */
  int version();

  /**
   * How sure the format is that the sample is its own, from 0 (not mine) to 100 (nothing else could
   * be); the surest wins.
   */
  int recognise(Sample sample);

  /** How submissions of this format are cut into raw records. */
  Framing framing();

  /**
   * Reads a raw record. Never throws for what the bytes hold: each record the framer counted comes
   * back once, as accepted or as a reject.
   */
  Normalised normalise(RawRecord raw, NodeNamespace namespace);
}

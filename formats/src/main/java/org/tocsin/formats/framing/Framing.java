package org.tocsin.formats.framing;

import java.io.InputStream;

/** The ways a submission is cut. */
public enum Framing {
  /** A table: rows (RFC 4180) after a header line, at most 500 rows or 256 KiB together. */
  ROWS {
    @Override
    public Framer over(InputStream submission) {
      return new RowsFramer(submission);
    }
  },
  /** A STIX bundle: counted object by object, cut between objects where it is large. */
  OBJECTS {
    @Override
    public Framer over(InputStream submission) {
      return new ObjectsFramer(submission);
    }
  },
  /** Everything else: one record. */
  WHOLE {
    @Override
    public Framer over(InputStream submission) {
      return new WholeFramer(submission);
    }
  };

  /** A framer over that submission; closing the stream stays with the caller. */
  public abstract Framer over(InputStream submission);
}

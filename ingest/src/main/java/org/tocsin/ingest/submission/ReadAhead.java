package org.tocsin.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tocsin.ingest.unpack.Spool;
import org.tocsin.ingest.unpack.Spools;

/** A stream of which some can be put on disk before it is wanted. Not thread-safe. */
final class ReadAhead extends InputStream {
  private final InputStream in;
  private final Spools spools;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private long ready;
  private boolean ended;

  private record Piece(Spool spool, InputStream contents) {}

  ReadAhead(InputStream in, Spools spools) {
    this.in = in;
    this.spools = spools;
  }

  /**
   * Sees to it that so many bytes, or all there are, can be read without waiting for the sender.
   */
  void ahead(long bytes) {
    long missing = bytes - ready;
    if (missing > 0 && !ended) {
      Spool spool = spools.take(in, missing);
      pieces.add(new Piece(spool, spool.open()));
      ready += spool.size();
      ended = spool.size() < missing;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (!pieces.isEmpty()) {
      int read = pieces.getFirst().contents().read(buffer, offset, length);
      if (read >= 0) {
        ready -= read;
        return read;
      }
      pieces.removeFirst().spool().close();
    }
    return in.read(buffer, offset, length);
  }

  @Override
  public void close() {
    pieces.forEach(piece -> piece.spool().close());
    pieces.clear();
  }
}

package org.tocsin.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.framing.Framer;
import org.tocsin.ingest.unpack.Spool;
import org.tocsin.ingest.unpack.Spools;

/**
 * Stands between a submission and its framer, which holds one slice in memory however large it
 * gets. Up to {@link #SMALL} bytes of a slice are free; whoever needs more first puts the rest of
 * the possible record on disk and then waits for the right to hold a large record. So a slow sender
 * keeps nobody waiting, and memory is bounded. Not thread-safe.
 */
final class RecordAllowance extends InputStream {
  /** What every submission may hold, in bytes: more than any slice of rows takes. */
  static final int SMALL = 1024 * 1024;

  private final Room room;
  private final Spools spools;
  private InputStream in;
  private long heldBytes;
  private Room.@Nullable Share right;
  private @Nullable Spool spool;

  RecordAllowance(InputStream in, Room room, Spools spools) {
    this.in = in;
    this.room = room;
    this.spools = spools;
  }

  /** Whether the slice being put together is a large one. */
  boolean isLarge() {
    return right != null;
  }

  /** Says that the slice is out of memory and the next one begins. */
  void sliceDone() {
    heldBytes = 0;
    if (right != null) {
      right.close();
      right = null;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (heldBytes >= SMALL && right == null) {
      becomeLarge();
    }
    int read = in.read(buffer, offset, length);
    heldBytes += Math.max(0, read);
    return read;
  }

  private void becomeLarge() {
    Spool earlier = spool;
    Spool next = spools.take(in, Framer.MAX_RAW_RECORD);
    spool = next;
    if (earlier != null) {
      // used up: part of it was read before, so the next one went beyond its end
      earlier.close();
    }
    in = new SequenceInputStream(next.open(), in);
    right = room.largeRecord();
  }

  @Override
  public void close() {
    sliceDone();
    if (spool != null) {
      spool.close();
      spool = null;
    }
  }
}

package org.tocsin.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.framing.Framer;
import org.tocsin.ingest.unpack.Spools;

/**
 * Stands between a submission and its framer, which holds one slice in memory however large it
 * gets. Up to {@link #SMALL} bytes of a slice are free; whoever needs more first puts what the
 * largest record could still take on disk, and then waits for the right to hold a large record. So
 * a slow sender keeps nobody waiting, and memory is bounded. Not thread-safe.
 */
final class RecordAllowance extends InputStream {
  /** What every submission may hold, in bytes: twice what a slice has that was cut in time. */
  static final int SMALL = 2 * 1024 * 1024;

  private final Room room;
  private final ReadAhead in;
  private long heldBytes;
  private Room.@Nullable Share right;

  RecordAllowance(InputStream in, Room room, Spools spools) {
    this.in = new ReadAhead(in, spools);
    this.room = room;
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
      in.ahead(Framer.MAX_RAW_RECORD);
      right = room.largeRecord();
    }
    int read = in.read(buffer, offset, length);
    heldBytes += Math.max(0, read);
    return read;
  }

  @Override
  public void close() {
    sliceDone();
    in.close();
  }
}

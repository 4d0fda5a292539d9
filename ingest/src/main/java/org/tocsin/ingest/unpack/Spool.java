package org.tocsin.ingest.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes on disk, in a file that has no name any more, so that nothing is left of it however the
 * process ends. Can be read any number of times until it is closed.
 */
public final class Spool implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final FileChannel channel;
  private final Runnable onClose;
  private long size;

  private Spool(FileChannel channel, Runnable onClose) {
    this.channel = channel;
    this.onClose = onClose;
  }

  static Spool of(Path directory, InputStream in, long atMost, Runnable onClose)
      throws IOException {
    Path file = Files.createTempFile(directory, "tocsin-", ".spool");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(file);
    }
    Spool spool = new Spool(channel, onClose);
    boolean filled = false;
    try {
      spool.fill(in, atMost);
      filled = true;
      return spool;
    } finally {
      if (!filled) {
        channel.close();
      }
    }
  }

  /** How many bytes it holds. */
  public long size() {
    return size;
  }

  /** All of it, from the beginning. */
  public InputStream open() {
    return new Contents();
  }

  /** The same, for readers that take few bytes at a time. */
  InputStream buffered() {
    return new BufferedInputStream(open(), CHUNK);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      onClose.run();
    }
  }

  private void fill(InputStream in, long atMost) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (size < atMost) {
      int read = in.read(chunk, 0, (int) Math.min(CHUNK, atMost - size));
      if (read < 0) {
        return;
      }
      ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
      while (bytes.hasRemaining()) {
        size += channel.write(bytes, size);
      }
    }
  }

  private final class Contents extends InputStream {
    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = channel.read(ByteBuffer.wrap(buffer, offset, length), position);
      position += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long bytes) {
      long skipped = Math.clamp(bytes, 0, size - position);
      position += skipped;
      return skipped;
    }
  }
}

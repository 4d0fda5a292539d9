package org.tocsin.outward;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was fetched, whole and on disk until it is closed.
 *
 * @param uri where it came from in the end
 * @param file its bytes, null where nothing changed since the last time
 * @param bytes how many
 * @param sha256 their hash in hex, empty where nothing changed
 * @param contentType the media type the server gives, null for none
 * @param validators what to ask with next time
 * @param headers the first value of each header of the answer, by its name in lower case
 */
public record Fetched(
    URI uri,
    @Nullable Path file,
    long bytes,
    String sha256,
    @Nullable String contentType,
    Validators validators,
    Map<String, String> headers)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Fetched.class);

  /** Whether the server says that nothing changed since the last time (304). */
  public boolean isUnchanged() {
    return file == null;
  }

  /** Its bytes; closing is the caller's. Throws IllegalStateException where nothing changed. */
  public InputStream open() throws IOException {
    if (file == null) {
      throw new IllegalStateException("nothing changed");
    }
    return Files.newInputStream(file);
  }

  /** Removes it from disk. */
  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("A fetched file could not be removed", e);
    }
  }
}

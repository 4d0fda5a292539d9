package org.tocsin.web.raw;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends raw bytes so that no browser ever runs or renders them. */
public final class Download {
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private Download() {}

  /**
   * An answer that is kept as the file it was.
   *
   * @param name what the file is called
   */
  public static ResponseEntity<byte[]> as(byte[] bytes, String name) {
    ContentDisposition kept =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .headers(headers -> headers.setContentDisposition(kept))
        .body(bytes);
  }

  /**
   * An answer that is kept as a file.
   *
   * @param name what to call the file, without an ending
   */
  public static ResponseEntity<byte[]> of(byte[] bytes, String name) {
    boolean text = RawText.of(bytes).isPresent();
    String file = name.replaceAll("[^A-Za-z0-9._-]", "_") + (text ? ".txt" : ".bin");
    return ResponseEntity.ok()
        .contentType(text ? TEXT : MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .headers(headers ->
            headers.setContentDisposition(ContentDisposition.attachment().filename(file).build()))
        .body(bytes);
  }
}

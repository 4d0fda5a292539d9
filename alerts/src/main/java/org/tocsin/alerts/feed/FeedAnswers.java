package org.tocsin.alerts.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tocsin.model.sharing.Reader;

/**
 * Answers with a document that was made for one reader. Clients and caches ask each time whether it
 * still holds (RFC 9111 section 5.2.2.4), and mostly hear that it does (RFC 9110 section 13); what
 * a token was used for is kept by nobody else.
 */
final class FeedAnswers {
  private final Freshness freshness;

  FeedAnswers(Freshness freshness) {
    this.freshness = freshness;
  }

  /** The answer at that path; Spring turns it into 304 where the client has it already. */
  ResponseEntity<byte[]> of(Reader reader, String path, MediaType type, byte[] body) {
    boolean open = reader.equals(Reader.ANONYMOUS);
    CacheControl keep = CacheControl.noCache();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(open ? keep.cachePublic() : keep.cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .eTag("W/\"" + tag(body) + "\"") // or Tomcat would not compress it
        .lastModified(since(reader, path, body))
        .body(body);
  }

  /** Since when that is what a reader gets there, in whole seconds. */
  Instant since(Reader reader, String path, byte[] body) {
    byte[] place = (path + " " + reader.name()).getBytes(StandardCharsets.UTF_8);
    return freshness.since(tag(place), tag(body));
  }

  private static String tag(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

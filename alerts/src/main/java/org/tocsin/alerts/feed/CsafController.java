package org.tocsin.alerts.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.formats.csaf.CsafWriter;
import org.tocsin.formats.csaf.ProviderWriter;
import org.tocsin.formats.csaf.ProviderWriter.Feed;
import org.tocsin.formats.csaf.ProviderWriter.Key;
import org.tocsin.formats.openpgp.SigningKey;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningNotice;

/**
 * A provider of CSAF 2.0 (section 7.2.2; a trusted one, section 7.2.3, where it has a key): its
 * metadata, a ROLIE feed for each level, documents, and their hashes and signatures.
 */
@RestController
final class CsafController {
  /** RED leaves by no feed. */
  private static final List<String> LEVELS = List.of("white", "green", "amber");

  private final PublishedWarnings warnings;
  private final ReaderSource readers;
  private final FeedAnswers answers;
  private final FeedAddress address;
  private final CsafWriter documents;
  private final ProviderWriter provider;
  private final @Nullable SigningKey key;
  private final Instant begun;

  CsafController(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      FeedAddress address,
      CsafWriter documents,
      @Nullable SigningKey key,
      Instant begun) {
    this.warnings = warnings;
    this.readers = readers;
    this.answers = answers;
    this.address = address;
    this.documents = documents;
    this.provider = new ProviderWriter(documents);
    this.key = key;
    this.begun = begun;
  }

  /** Section 7.1.7: the same for everybody. */
  @GetMapping(FeedAddress.PROVIDER)
  ResponseEntity<byte[]> metadata() {
    List<Key> keys =
        key == null
            ? List.of()
            : List.of(new Key(key.fingerprint(), address.of(FeedAddress.CSAF_KEY)));
    byte[] body =
        provider.metadata(
            address.of(FeedAddress.PROVIDER),
            key == null ? begun : key.created(),
            LEVELS.stream().map(this::feed).toList(),
            keys);
    return answers.of(Reader.ANONYMOUS, FeedAddress.PROVIDER, MediaType.APPLICATION_JSON, body);
  }

  /** Section 7.1.20: the key to check signatures with. */
  @GetMapping(FeedAddress.CSAF_KEY)
  ResponseEntity<byte[]> publicKey() {
    return answers.of(
        Reader.ANONYMOUS,
        FeedAddress.CSAF_KEY,
        new MediaType("application", "pgp-keys"),
        key().publicKey());
  }

  private SigningKey key() {
    if (key == null) {
      throw notFound();
    }
    return key;
  }

  private Feed feed(String level) {
    return new Feed(
        level.toUpperCase(Locale.ROOT), address.of(FeedAddress.CSAF + level + "/feed.json"));
  }

  /** Section 7.1.15: the documents of a level. */
  @GetMapping(FeedAddress.CSAF_FEED)
  ResponseEntity<byte[]> feedOf(@PathVariable String level) {
    if (!LEVELS.contains(level)) {
      throw notFound();
    }
    Reader reader = readers.current();
    List<WarningNotice> notices =
        warnings.all(reader).stream()
            .map(PublishedWarning::notice)
            .filter(notice -> CsafPlace.level(notice).equals(level))
            .toList();
    return answers.of(
        reader,
        FeedAddress.CSAF + level,
        MediaType.APPLICATION_JSON,
        provider.feed(feed(level), notices, this::place, key != null));
  }

  /** A document. */
  @GetMapping(FeedAddress.CSAF_DOCUMENT)
  ResponseEntity<byte[]> document(
      @PathVariable String level, @PathVariable int year, @PathVariable UUID warning) {
    Reader reader = readers.current();
    byte[] body = write(find(level, year, warning, reader));
    return answer(reader, warning, "json", MediaType.APPLICATION_JSON, body);
  }

  /** Section 7.1.18. */
  @GetMapping({FeedAddress.CSAF_DOCUMENT + ".sha256", FeedAddress.CSAF_DOCUMENT + ".sha512"})
  ResponseEntity<byte[]> hash(
      @PathVariable String level,
      @PathVariable int year,
      @PathVariable UUID warning,
      HttpServletRequest request) {
    Reader reader = readers.current();
    String algorithm = request.getRequestURI().endsWith("256") ? "SHA-256" : "SHA-512";
    byte[] content = write(find(level, year, warning, reader));
    String line = hex(algorithm, content) + "  " + CsafWriter.fileName(warning) + ".json\n";
    return answer(reader, warning, algorithm, MediaType.TEXT_PLAIN, line.getBytes(US_ASCII));
  }

  /** Section 7.1.19. */
  @GetMapping(FeedAddress.CSAF_DOCUMENT + ".asc")
  ResponseEntity<byte[]> signature(
      @PathVariable String level, @PathVariable int year, @PathVariable UUID warning) {
    Reader reader = readers.current();
    PublishedWarning found = find(level, year, warning, reader);
    byte[] signature = key().sign(write(found), found.notice().modified());
    MediaType type = new MediaType("application", "pgp-signature");
    return answer(reader, warning, "asc", type, signature);
  }

  private ResponseEntity<byte[]> answer(
      Reader reader, UUID warning, String what, MediaType type, byte[] body) {
    return answers.of(reader, FeedAddress.CSAF + warning + " " + what, type, body);
  }

  /** It is in one place, which is that of its level by now. */
  private PublishedWarning find(String level, int year, UUID warning, Reader reader) {
    return warnings
        .find(warning, reader)
        .filter(found -> CsafPlace.level(found.notice()).equals(level) && LEVELS.contains(level))
        .filter(found -> CsafPlace.year(found.notice()) == year)
        .orElseThrow(CsafController::notFound);
  }

  private byte[] write(PublishedWarning found) {
    return documents.write(found.notice(), found.earlier(), place(found.notice()));
  }

  private URI place(WarningNotice notice) {
    return address.of(CsafPlace.of(notice));
  }

  private static String hex(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static ErrorResponseException notFound() {
    return new ErrorResponseException(HttpStatus.NOT_FOUND);
  }
}

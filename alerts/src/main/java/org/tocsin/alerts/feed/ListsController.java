package org.tocsin.alerts.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.blocklist.ListWriter;
import org.tocsin.formats.blocklist.ListWriter.Kind;
import org.tocsin.formats.blocklist.Listed;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.directory.KnownDirectory;

/**
 * Lists that machines block and look by: what published warnings that hold now name, unless it is
 * on a warning list or a constituent's. They are made anew each time, so they shrink as soon as a
 * warning is withdrawn, narrowed or over.
 */
@RestController
final class ListsController {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType ZONE = new MediaType("text", "dns", StandardCharsets.UTF_8);

  private final PublishedWarnings warnings;
  private final ReaderSource readers;
  private final FeedAnswers answers;
  private final WarningList benign;
  private final KnownDirectory directory;
  private final InstantSource clock;

  ListsController(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      WarningList benign,
      KnownDirectory directory,
      InstantSource clock) {
    this.warnings = warnings;
    this.readers = readers;
    this.answers = answers;
    this.benign = benign;
    this.directory = directory;
    this.clock = clock;
  }

  /** Addresses, domains, URLs or hashes, one a line. */
  @GetMapping(FeedAddress.BLOCKLIST)
  ResponseEntity<byte[]> plain(@PathVariable String kind) {
    Kind known =
        Arrays.stream(Kind.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
            .findFirst()
            .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    Reader reader = readers.current();
    byte[] list = ListWriter.plain(listed(reader), known);
    return answers.of(reader, FeedAddress.BLOCKLIST + kind, TEXT, list);
  }

  /** All of it, with the warning each comes of. */
  @GetMapping(FeedAddress.INDICATORS)
  ResponseEntity<byte[]> indicators() {
    Reader reader = readers.current();
    return answers.of(reader, FeedAddress.INDICATORS, CSV, ListWriter.csv(listed(reader)));
  }

  /** A response policy zone, whose serial is the second in which it became what it is. */
  @GetMapping(FeedAddress.ZONE)
  ResponseEntity<byte[]> zone() {
    Reader reader = readers.current();
    List<Listed> listed = listed(reader);
    Instant since = answers.since(reader, FeedAddress.ZONE, ListWriter.zone(listed, 0));
    byte[] zone = ListWriter.zone(listed, since.getEpochSecond());
    return answers.of(reader, FeedAddress.ZONE + " served", ZONE, zone);
  }

  /**
   * What is listed for that reader now.
   *
   * @throws org.tocsin.store.StoreUnavailableException where the directory cannot be read: then
   *     nobody knows what is a constituent's
   */
  private List<Listed> listed(Reader reader) {
    Instant now = clock.instant();
    Blockable blockable = new Blockable(benign, directory.now().organisations());
    return warnings.all(reader).stream()
        .map(PublishedWarning::notice)
        .filter(notice -> notice.holdsAt(now))
        .flatMap(notice ->
            notice.observables().stream()
                .filter(blockable::allows)
                .map(one -> new Listed(one, notice.number(), notice.tlp(), notice.validUntil())))
        .toList();
  }
}

package org.tocsin.alerts.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.formats.misp.MispWriter;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.warning.WarningNotice;

/** A feed of MISP: its manifest, an event for each warning, and the hashes of all values. */
@RestController
final class MispController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final PublishedWarnings warnings;
  private final ReaderSource readers;
  private final FeedAnswers answers;
  private final PublisherProperties publisher;

  MispController(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      PublisherProperties publisher) {
    this.warnings = warnings;
    this.readers = readers;
    this.answers = answers;
    this.publisher = publisher;
  }

  /** Which events there are, and when each changed. */
  @GetMapping(FeedAddress.MISP + "manifest.json")
  ResponseEntity<byte[]> manifest() {
    Reader reader = readers.current();
    byte[] body = writer().manifest(notices(reader));
    return answers.of(reader, FeedAddress.MISP + "manifest.json", MediaType.APPLICATION_JSON, body);
  }

  /** MD5 of each value with the event it is in. */
  @GetMapping(FeedAddress.MISP + "hashes.csv")
  ResponseEntity<byte[]> hashes() {
    Reader reader = readers.current();
    return answers.of(
        reader, FeedAddress.MISP + "hashes.csv", CSV, writer().hashes(notices(reader)));
  }

  /** One event; 404 where the reader may not see it. */
  @GetMapping(FeedAddress.MISP_EVENT)
  ResponseEntity<byte[]> event(@PathVariable UUID warning) {
    Reader reader = readers.current();
    WarningNotice notice =
        warnings
            .find(warning, reader)
            .map(PublishedWarning::notice)
            .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    byte[] body = writer().event(notice);
    return answers.of(reader, FeedAddress.MISP + warning, MediaType.APPLICATION_JSON, body);
  }

  private List<WarningNotice> notices(Reader reader) {
    return warnings.all(reader).stream().map(PublishedWarning::notice).toList();
  }

  /** The same publisher is the same organisation, whichever process answers. */
  private MispWriter writer() {
    UUID id = NameBasedId.in(new UUID(0, 0)).part(publisher.namespace().toString()).id();
    return new MispWriter(publisher.name(), id);
  }
}

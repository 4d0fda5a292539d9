package org.tocsin.alerts.feed;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.formats.atom.RolieWriter;
import org.tocsin.formats.atom.RolieWriter.Places;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningNotice;

/** A ROLIE repository (RFC 8322) of the CSAF documents of all levels. */
@RestController
final class RolieController {
  private static final MediaType SERVICE = MediaType.parseMediaType("application/atomsvc+xml");
  private static final MediaType CATEGORIES = MediaType.parseMediaType("application/atomcat+xml");
  private static final MediaType FEED =
      MediaType.parseMediaType("application/atom+xml;type=feed;charset=utf-8");
  private static final MediaType ENTRY =
      MediaType.parseMediaType("application/atom+xml;type=entry;charset=utf-8");
  private static final int PAGE = 100;

  private final PublishedWarnings warnings;
  private final ReaderSource readers;
  private final FeedAnswers answers;
  private final FeedAddress address;
  private final PublisherProperties publisher;

  RolieController(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      FeedAddress address,
      PublisherProperties publisher) {
    this.warnings = warnings;
    this.readers = readers;
    this.answers = answers;
    this.address = address;
    this.publisher = publisher;
  }

  /** Says where the feed is; the same for everybody. */
  @GetMapping(FeedAddress.ROLIE)
  ResponseEntity<byte[]> service() {
    return answers.of(Reader.ANONYMOUS, FeedAddress.ROLIE, SERVICE, writer().service());
  }

  /** Says which categories there are; the same for everybody. */
  @GetMapping(FeedAddress.ROLIE_CATEGORIES)
  ResponseEntity<byte[]> categories() {
    return answers.of(
        Reader.ANONYMOUS, FeedAddress.ROLIE_CATEGORIES, CATEGORIES, writer().categories());
  }

  /** What changed last first. */
  @GetMapping(FeedAddress.ROLIE_FEED)
  ResponseEntity<byte[]> feed(@RequestParam(required = false) @Nullable String before) {
    Reader reader = readers.current();
    List<PublishedWarning> left = warnings.before(before, reader);
    List<PublishedWarning> page = left.subList(0, Math.min(PAGE, left.size()));
    URI next =
        left.size() > PAGE
            ? address.of(FeedAddress.ROLIE_FEED, "before=" + page.getLast().place())
            : null;
    byte[] body =
        writer()
            .feed(
                page.stream().map(PublishedWarning::notice).toList(),
                address.of(FeedAddress.ROLIE_FEED),
                next);
    return answers.of(reader, FeedAddress.ROLIE_FEED + "?" + before, FEED, body);
  }

  /** One entry; 404 where the reader may not see it. */
  @GetMapping(FeedAddress.ROLIE_ENTRY)
  ResponseEntity<byte[]> entry(@PathVariable UUID warning) {
    Reader reader = readers.current();
    WarningNotice notice =
        warnings
            .find(warning, reader)
            .map(PublishedWarning::notice)
            .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    return answers.of(reader, FeedAddress.ROLIE + warning, ENTRY, writer().entry(notice));
  }

  private RolieWriter writer() {
    Places places =
        new Places(
            address.of(FeedAddress.ROLIE),
            address.of(FeedAddress.ROLIE_FEED),
            address.of(FeedAddress.ROLIE_CATEGORIES),
            notice -> address.of(FeedAddress.ROLIE + notice.id() + ".atom"),
            notice -> address.of(CsafPlace.of(notice)));
    return new RolieWriter(publisher.name(), places);
  }
}

package org.tocsin.alerts.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.tocsin.formats.atom.AtomWriter;
import org.tocsin.formats.cap.CapWriter;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.WarningNotice;

/** Warnings as an Atom feed (RFC 4287) and as alerts of CAP 1.2. */
@RestController
final class WarningsController {
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final MediaType CAP =
      new MediaType("application", "cap+xml", StandardCharsets.UTF_8);

  private static final int PAGE = 100;

  private final PublishedWarnings warnings;
  private final ReaderSource readers;
  private final FeedAnswers answers;
  private final FeedAddress address;
  private final PublisherProperties publisher;

  WarningsController(
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

  /** What changed last first; older ones on pages of their own (RFC 5005 section 3). */
  @GetMapping({FeedAddress.ATOM, FeedAddress.CAP})
  ResponseEntity<byte[]> feed(
      @RequestParam(required = false) @Nullable String before, HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Reader reader = readers.current();
    List<PublishedWarning> left = warnings.before(before, reader);
    List<PublishedWarning> page = left.subList(0, Math.min(PAGE, left.size()));
    URI next = left.size() > PAGE ? address.of(path, "before=" + page.getLast().place()) : null;
    AtomWriter writer = new AtomWriter(publisher.name(), address.of(path), this::alert);
    return answers.of(
        reader,
        path + "?" + before,
        ATOM,
        writer.write(page.stream().map(PublishedWarning::notice).toList(), next));
  }

  private URI alert(WarningNotice notice) {
    return address.of(FeedAddress.CAP + notice.id() + ".xml");
  }

  /** One warning as it stands; 404 where the reader may not see it. */
  @GetMapping(FeedAddress.ALERT)
  ResponseEntity<byte[]> alert(@PathVariable UUID warning) {
    Reader reader = readers.current();
    PublishedWarning found =
        warnings
            .find(warning, reader)
            .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    byte[] alert =
        new CapWriter(publisher.sender(), publisher.name()).write(found.notice(), found.earlier());
    return answers.of(reader, FeedAddress.CAP + warning, CAP, alert);
  }
}

package org.tocsin.alerts.sse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.store.VersionQuery.Of;

/**
 * Answers with streams. Each holds the thread of its request, which is a virtual one, and writes as
 * the client reads: what a slow client has not taken waits in the store and not in memory. A write
 * that takes longer than the server's time for a connection ends the stream.
 */
@RestController
final class StreamsController {
  private static final String LAST_EVENT = "Last-Event-ID";
  private static final String PARAMETER = "lastEventId";

  private final Streams streams;
  private final ReaderSource readers;

  StreamsController(Streams streams, ReaderSource readers) {
    this.streams = streams;
    this.readers = readers;
  }

  /** Warnings as they are published, updated and withdrawn. */
  @GetMapping("/api/stream/warnings")
  void warnings(
      @RequestHeader(name = LAST_EVENT, required = false) @Nullable String header,
      @RequestParam(name = PARAMETER, required = false) @Nullable String parameter,
      HttpServletResponse response)
      throws IOException {
    stream(Of.WARNINGS, header == null ? parameter : header, response);
  }

  /** Incidents as they change. */
  @GetMapping("/api/stream/incidents")
  void incidents(
      @RequestHeader(name = LAST_EVENT, required = false) @Nullable String header,
      @RequestParam(name = PARAMETER, required = false) @Nullable String parameter,
      HttpServletResponse response)
      throws IOException {
    stream(Of.INCIDENTS, header == null ? parameter : header, response);
  }

  private void stream(Of of, @Nullable String from, HttpServletResponse response)
      throws IOException {
    Stream stream = begun(of, from);
    try (Streams.Place place = streams.place()) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no"); // or nginx keeps events back
      stream.run(new EventOutput(response.getOutputStream()), place);
    }
  }

  /** An empty id is what clients send that have seen none. */
  private Stream begun(Of of, @Nullable String from) {
    try {
      return streams.begin(of, from == null || from.isBlank() ? null : from, readers.current());
    } catch (IllegalArgumentException e) {
      ErrorResponseException unreadable = new ErrorResponseException(HttpStatus.BAD_REQUEST, e);
      unreadable.setDetail(LAST_EVENT + ": not the id of an event of these streams");
      throw unreadable;
    }
  }
}

package org.tocsin.ingest.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.submission.Batch;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.Receipt;
import org.tocsin.ingest.submission.SubmissionRequest;

/** Takes reports, and answers once all of them are kept. */
@RestController
@Tag(name = "Reports", description = "What goes in, and what becomes of it")
public final class ReportsController {
  /** The address of submissions. */
  public static final String PATH = "/api/reports";

  private final Intake intake;
  private final RequestTerms terms;
  private final Push push;

  /** Hands over to that intake. */
  ReportsController(Intake intake, RequestTerms terms, Push push) {
    this.intake = intake;
    this.terms = terms;
    this.push = push;
  }

  @PostMapping(PATH)
  @Operation(
      summary = "Send reports in",
      description =
          "The body is one submission as it is, in any format that is read here; each file of a"
              + " multipart or zip body is a submission of its own. 202 means that Kafka has"
              + " acknowledged all of it.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/octet-stream",
                      schema = @Schema(type = "string", format = "binary"))))
  @ApiResponse(responseCode = "202", description = "All of it is kept")
  @ApiResponse(responseCode = "400", description = "A parameter or the body can not be read")
  @ApiResponse(responseCode = "403", description = "The client may not submit this")
  @ApiResponse(responseCode = "413", description = "A limit is passed")
  @ApiResponse(responseCode = "415", description = "Unknown format or content encoding")
  @ApiResponse(responseCode = "422", description = "The Idempotency-Key was used for other bytes")
  @ApiResponse(responseCode = "429", description = "Triage is behind; see Retry-After")
  @ApiResponse(
      responseCode = "503",
      description = "Kafka does not take it, or it is paused; see Retry-After")
  ResponseEntity<Acceptance> submit(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String feed,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String tlp,
      @RequestParam(required = false) @Nullable String format,
      @Parameter(
              description =
                  "list: the whole list as it stands now, in one file; what is no longer in it has"
                      + " ended",
              schema =
                  @Schema(
                      allowableValues = {"events", "list"},
                      defaultValue = "events"))
          @RequestParam(required = false)
          @Nullable String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest http)
      throws IOException {
    SubmissionRequest request = terms.request(provider, feed, tlp, format, kind, key);
    push.requireOpen();
    RequestHead head = RequestHead.of(http, name);
    Batch batch = intake.batch();
    http.setAttribute(ReportProblems.BATCH, batch);
    try (InputStream body = head.body(http.getInputStream(), intake.limits())) {
      if (head.boundary() == null) {
        batch.take(body, request.file(head.name(), head.contentType(), head.length()));
        return answer(batch, batch.isPacked());
      }
      new MultipartFiles(body, head.boundary())
          .forEach((file, part) -> batch.take(file, part.describe(request, head.name())));
      return answer(batch, true);
    }
  }

  private ResponseEntity<Acceptance> answer(Batch batch, boolean together) {
    List<Receipt> kept = batch.taken();
    if (kept.isEmpty()) {
      throw new RefusedException(Refusal.EMPTY, "There is not a single byte in it.");
    }
    push.taken(kept);
    // the type is set here, or an Accept header could turn what was kept into a 406
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.ACCEPTED).contentType(MediaType.APPLICATION_JSON);
    if (kept.size() == 1) {
      answer.location(URI.create(PATH + "/" + kept.getFirst().id()));
    }
    return answer.body(Acceptance.of(kept, together));
  }
}

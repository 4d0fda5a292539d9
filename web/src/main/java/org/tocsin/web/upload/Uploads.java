package org.tocsin.web.upload;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.tocsin.model.incident.Attachment;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.TooLargeException;

/** Reads the files of a request: those of a multipart body (RFC 7578), or the body as one file. */
public final class Uploads {
  private final AttachmentProperties limits;

  /** Within those limits. */
  public Uploads(AttachmentProperties limits) {
    this.limits = limits;
  }

  /**
   * The files of a request; their bytes are not read yet.
   *
   * @param name what the body is called; null where Content-Disposition says so, or each part
   * @throws BadParameterException where there are none, or too many
   * @throws RefusedException where one has a name no file can have
   * @throws TooLargeException where one is larger than the limit
   * @throws ResponseStatusException 415 where the body is no file
   */
  public List<Upload> of(HttpServletRequest request, @Nullable String name) {
    String type = request.getContentType();
    if (isForm(type, MediaType.APPLICATION_FORM_URLENCODED)) {
      throw new ResponseStatusException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Say what the file is: a form without files holds none. Content-Type may be"
              + " application/octet-stream.");
    }
    return isForm(type, MediaType.MULTIPART_FORM_DATA)
        ? parts(request)
        : List.of(body(request, name, type));
  }

  private Upload body(HttpServletRequest request, @Nullable String name, @Nullable String type) {
    String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (packed != null && !packed.strip().equalsIgnoreCase("identity")) {
      throw new ResponseStatusException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A file comes as it is, without Content-Encoding.");
    }
    requireSmall(request.getContentLengthLong());
    String called =
        name == null ? fileName(request.getHeader(HttpHeaders.CONTENT_DISPOSITION)) : name;
    return new Upload(
        Attachment.requireName(called), mediaType(type), () -> read(request::getInputStream));
  }

  /**
   * The first file of a form; empty where none was chosen.
   *
   * @throws RefusedException where it has a name no file can have
   * @throws TooLargeException where it is larger than the limit
   */
  public Optional<Upload> oneOf(HttpServletRequest request) {
    if (!isForm(request.getContentType(), MediaType.MULTIPART_FORM_DATA)) {
      return Optional.empty();
    }
    Optional<Part> first = files(request).stream().findFirst();
    first.ifPresent(part -> requireSmall(part.getSize()));
    return first.map(this::part);
  }

  private List<Part> files(HttpServletRequest request) {
    return all(request).stream()
        .filter(part -> part.getSubmittedFileName() != null)
        .filter(part -> !part.getSubmittedFileName().isEmpty() || part.getSize() > 0)
        .toList();
  }

  private List<Upload> parts(HttpServletRequest request) {
    List<Part> files = files(request);
    if (files.isEmpty() || files.size() > AttachmentProperties.MOST_FILES) {
      throw new BadParameterException(
          "file", "Send 1 to " + AttachmentProperties.MOST_FILES + " files.");
    }
    files.forEach(part -> requireSmall(part.getSize()));
    return files.stream().map(this::part).toList();
  }

  private Upload part(Part part) {
    return new Upload(
        Attachment.requireName(part.getSubmittedFileName()),
        mediaType(part.getContentType()),
        () -> read(part::getInputStream));
  }

  private Collection<Part> all(HttpServletRequest request) {
    requireLength(request.getContentLengthLong());
    try {
      return request.getParts();
    } catch (IllegalStateException e) {
      throw tooLarge();
    } catch (ServletException e) {
      throw new BadParameterException(null, "The multipart body cannot be read.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a request that is larger than all files may be together. */
  void requireLength(long length) {
    if (length > limits.largestRequest()) {
      throw tooLarge();
    }
  }

  private void requireSmall(long size) {
    if (size > limits.largest()) {
      throw new TooLargeException(
          "A file may have up to " + limits.maxSize().toBytes() + " bytes.");
    }
  }

  private TooLargeException tooLarge() {
    return new TooLargeException(
        "A file may have up to "
            + limits.maxSize().toBytes()
            + " bytes, and a request up to "
            + limits.largestRequest()
            + ".");
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private byte[] read(Opening opening) {
    try (InputStream input = opening.open()) {
      byte[] bytes = input.readNBytes(limits.largest() + 1);
      requireSmall(bytes.length);
      if (bytes.length == 0) {
        throw new BadParameterException("file", "The file is empty.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String fileName(@Nullable String disposition) {
    try {
      return disposition == null ? null : ContentDisposition.parse(disposition).getFilename();
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(
          "name", "The header Content-Disposition cannot be read; 'name' will do.");
    }
  }

  /** What it says it is, without parameters: nobody has looked whether that is true. */
  private static String mediaType(@Nullable String type) {
    String bare = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return Attachment.isMediaType(bare) ? bare : Attachment.UNKNOWN_TYPE;
  }

  private static boolean isForm(@Nullable String type, MediaType form) {
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(form.toString());
  }
}

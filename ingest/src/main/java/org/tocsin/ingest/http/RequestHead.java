package org.tocsin.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.unpack.BodyInput;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.ingest.unpack.Unpacked;

/**
 * What the headers of a request say about its body.
 *
 * @param name the file name given by parameter or Content-Disposition, null when none is
 * @param contentType the media type, null when none is given, or only the one that HTTP clients
 *     give to everything
 * @param boundary what separates the files of a multipart body, null where it is none
 * @param gzip whether the body is packed for the way
 * @param sent size of the body as it is sent, negative when unknown
 */
record RequestHead(
    @Nullable String name,
    @Nullable String contentType,
    @Nullable String boundary,
    boolean gzip,
    long sent) {

  static RequestHead of(HttpServletRequest http, @Nullable String name) {
    String type = http.getContentType();
    boolean useful = type != null && !isForm(type, MediaType.APPLICATION_FORM_URLENCODED);
    return new RequestHead(
        name == null || name.isBlank()
            ? fileName(http.getHeader(HttpHeaders.CONTENT_DISPOSITION))
            : name,
        useful ? type : null,
        type != null && isForm(type, MediaType.MULTIPART_FORM_DATA) ? boundary(type) : null,
        isGzip(http.getHeader(HttpHeaders.CONTENT_ENCODING)),
        http.getContentLengthLong());
  }

  /** The size of what is in the body, negative when unknown. */
  long length() {
    return gzip ? -1 : sent;
  }

  /** The body, unpacked and within the limits; closing it leaves {@code sent} to the container. */
  InputStream body(InputStream servletInput, UnpackLimits limits) {
    BodyInput body = new BodyInput(servletInput, sent);
    return gzip ? Unpacked.gzip(body, limits) : Unpacked.plain(body, limits);
  }

  /** The file name in a Content-Disposition (RFC 6266); null where there is none. */
  static @Nullable String fileName(@Nullable String disposition) {
    if (disposition == null) {
      return null;
    }
    try {
      return ContentDisposition.parse(disposition).getFilename();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER, "The header Content-Disposition can not be read.", e);
    }
  }

  private static boolean isGzip(@Nullable String encoding) {
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> false;
      // RFC 9110 section 8.4.1.3: the one is the other
      case "gzip", "x-gzip" -> true;
      default ->
          throw new RefusedException(
              Refusal.UNSUPPORTED_ENCODING, "The only Content-Encoding understood is gzip.");
    };
  }

  private static boolean isForm(String type, MediaType form) {
    return type.strip().toLowerCase(Locale.ROOT).startsWith(form.toString());
  }

  /** RFC 2046 section 5.1.1: 1 to 70 characters. */
  private static String boundary(String type) {
    try {
      String boundary = MediaType.parseMediaType(type).getParameter("boundary");
      String bare = boundary == null ? "" : boundary.replaceAll("^\"|\"$", "");
      if (!bare.isEmpty() && bare.length() <= 70) {
        return bare;
      }
    } catch (InvalidMediaTypeException e) {
      // said below
    }
    throw new RefusedException(
        Refusal.UNREADABLE_BODY, "A multipart body needs a boundary of 1 to 70 characters.");
  }
}

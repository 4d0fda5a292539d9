package org.tocsin.formats.mail.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or a part of one.
 *
 * @param header its header
 * @param mediaType in lower case; {@code text/plain} where it does not say (RFC 2045 section 5.2)
 * @param parameters of the media type, by name in lower case
 * @param name the file name it is sent under, null where it has none
 * @param attachment whether it is to be kept as a file rather than shown
 * @param body its content with the transfer encoding undone; empty where it has parts
 * @param children its parts, where it is multipart
 * @param message the mail it holds, where it is {@code message/rfc822}; null otherwise
 */
public record Part(
    HeaderFields header,
    String mediaType,
    Map<String, String> parameters,
    @Nullable String name,
    boolean attachment,
    byte[] body,
    List<Part> children,
    @Nullable Part message) {
  public Part {
    parameters = Map.copyOf(parameters);
    children = List.copyOf(children);
  }

  /** Whether it has parts. */
  public boolean isMultipart() {
    return mediaType.startsWith("multipart/");
  }

  /** Whether it is sent as a JSON document. */
  public boolean isJson() {
    return mediaType.equals("application/json")
        || mediaType.endsWith("+json")
        || (name != null && name.toLowerCase(Locale.ROOT).endsWith(".json"));
  }

  /** It and all its parts, in order; not those of mails inside it. */
  public Stream<Part> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Part::all));
  }

  /** Its parts that have none themselves, in order; itself where it has none. */
  public Stream<Part> leaves() {
    return all().filter(part -> part.children().isEmpty());
  }

  /** The first of it and its parts that is of that type; empty where there is none. */
  public Optional<Part> first(String type) {
    return all().filter(part -> part.mediaType().equals(type)).findFirst();
  }

  /** A parameter of the media type, as {@code report-type}; empty where there is none. */
  public String parameter(String key) {
    return parameters.getOrDefault(key, "");
  }

  /** The body as text. */
  public String text() {
    return MailText.text(body, parameter("charset"));
  }
}

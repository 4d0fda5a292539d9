package org.tocsin.formats.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.model.report.RejectReason;

/** Reads a mail, once. What is broken in it is read as far as it goes. */
public final class MailParser {
  /** How deep parts and mails may lie inside each other. */
  static final int MAX_DEPTH = 16;

  /** How many parts a mail may have, those of mails inside it counted. */
  static final int MAX_PARTS = 1_000;

  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setStrictParsing(false)
          .setMaxLineLen(-1)
          .setMaxHeaderLen(256 * 1024)
          .setMaxHeaderCount(2_000)
          .build();

  private final MimeTokenStream tokens = new MimeTokenStream(LENIENT);
  private int parts;
  private int depth;

  private MailParser() {}

  /**
   * Reads a mail, with or without the line that mail folders put before it.
   *
   * @throws Fault where it is none, or passes a limit
   */
  public static Part parse(byte[] mail) throws Fault {
    return new MailParser().read(mail);
  }

  /**
   * Reads a mail, and leaves mails inside it as the bytes they are.
   *
   * @throws Fault where it is none, or passes a limit
   */
  public static Part parseWithMailsWhole(byte[] mail) throws Fault {
    MailParser parser = new MailParser();
    parser.tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    return parser.read(mail);
  }

  /** Reads a header that is the body of a part, such as that of a report. */
  public static HeaderFields header(byte[] text) throws Fault {
    return parse(text).header();
  }

  /** The same; empty where there is none that can be read. */
  static Optional<HeaderFields> headerIfAny(byte[] text) {
    try {
      return Optional.of(header(text)).filter(header -> !header.isEmpty());
    } catch (Fault e) {
      return Optional.empty();
    }
  }

  private Part read(byte[] mail) throws Fault {
    byte[] plain = Envelope.strip(mail);
    try (InputStream in = new ByteArrayInputStream(plain)) {
      tokens.parse(in);
      tokens.next();
      return entity(EntityState.T_END_MESSAGE);
    } catch (MimeException e) {
      throw new Fault(RejectReason.LIMIT_EXCEEDED, null, "The mail passes a limit of its header.");
    } catch (IOException e) {
      throw Fault.unreadable("The mail can not be read to its end.");
    }
  }

  /** Reads from the begin of an entity up to and including its end. */
  private Part entity(EntityState end) throws Fault, MimeException, IOException {
    if (++parts > MAX_PARTS) {
      throw limit("The mail has more than " + MAX_PARTS + " parts.");
    }
    if (++depth > MAX_DEPTH) {
      throw limit("Parts of the mail lie more than " + MAX_DEPTH + " deep.");
    }
    HeaderFields header = new HeaderFields();
    List<Part> children = new ArrayList<>();
    byte[] body = new byte[0];
    @Nullable Part message = null;
    EntityState state = tokens.next();
    for (; state != end && state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
      switch (state) {
        case T_FIELD -> add(header, tokens.getField());
        case T_BODY -> body = tokens.getDecodedInputStream().readAllBytes();
        case T_START_BODYPART -> children.add(entity(EntityState.T_END_BODYPART));
        case T_START_MESSAGE -> message = entity(EntityState.T_END_MESSAGE);
        default -> {}
      }
    }
    depth--;
    return part(header, body, children, message);
  }

  private static void add(HeaderFields header, Field field) {
    String body = field.getBody();
    if (body != null) {
      header.add(field.getName(), MailText.decodedWords(MailText.field(body)));
    }
  }

  private static Part part(
      HeaderFields header, byte[] body, List<Part> children, @Nullable Part message) {
    Parameterised type =
        header.first("content-type").map(Parameterised::parse).orElse(Parameterised.NOTHING);
    Parameterised disposition =
        header.first("content-disposition").map(Parameterised::parse).orElse(Parameterised.NOTHING);
    @Nullable String name =
        disposition.parameter("filename").or(() -> type.parameter("name")).orElse(null);
    return new Part(
        header,
        mediaType(type.value(), message),
        Map.copyOf(type.parameters()),
        name,
        disposition.value().equals("attachment"),
        body,
        children,
        message);
  }

  private static String mediaType(String given, @Nullable Part message) {
    String type = given.toLowerCase(Locale.ROOT);
    if (message != null) {
      return "message/rfc822";
    }
    return type.indexOf('/') > 0 ? type : "text/plain";
  }

  private static Fault limit(String detail) {
    return new Fault(RejectReason.LIMIT_EXCEEDED, null, detail);
  }
}

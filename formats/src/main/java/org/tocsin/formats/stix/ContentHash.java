package org.tocsin.formats.stix;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tocsin.formats.record.Span;
import org.tocsin.model.stix.CanonicalJson;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells a repetition of an object from another object under the same id and version. */
public final class ContentHash {
  private static final int BUFFER = 1024;
  private static final String MARKINGS = "object_marking_refs";

  private ContentHash() {}

  /**
   * SHA-256 of the object's canonical JSON (RFC 8785) in hex; of its bytes as they are where a
   * number in it has no canonical spelling. Levels of TLP do not count: they say how far it may
   * travel, which each node on its way may tighten, and not what it is.
   */
  public static String of(ObjectNode object, byte[] text, Span span) {
    MessageDigest sha256 = sha256();
    try (OutputStream digest =
        new BufferedOutputStream(
            new DigestOutputStream(OutputStream.nullOutputStream(), sha256), BUFFER)) {
      CanonicalJson.write(withoutLevels(object), digest);
    } catch (IllegalArgumentException e) {
      sha256.reset();
      sha256.update(text, span.start(), span.length());
    } catch (IOException e) {
      throw new UncheckedIOException("a digest takes what is written to it", e);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static ObjectNode withoutLevels(ObjectNode object) {
    List<JsonNode> others =
        object.path(MARKINGS).valueStream().filter(one -> !isLevel(one)).toList();
    if (others.size() == object.path(MARKINGS).size()) {
      return object;
    }
    ObjectNode without = JsonNodeFactory.instance.objectNode().setAll(object);
    without.remove(MARKINGS);
    if (!others.isEmpty()) {
      without.putArray(MARKINGS).addAll(others);
    }
    return without;
  }

  private static boolean isLevel(JsonNode marking) {
    return Tlp.ofMarking(marking.asString("")).isPresent();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

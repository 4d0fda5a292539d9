package org.tocsin.model.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Field;

/**
 * A public key an organisation is written to with, as it gave it. Nothing is checked against the
 * key itself: the fingerprint is what somebody read out or printed.
 *
 * @param kind what the key is for
 * @param fingerprint in upper case hex without separators
 * @param text the key or certificate in ASCII armour or PEM, null where only the fingerprint is
 *     known
 * @param note how the node came by it and who compared it; only for the node's team and the
 *     organisation itself, null where there is none
 */
public record KeyText(Kind kind, String fingerprint, @Nullable String text, @Nullable String note) {
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_NOTE = 2_000;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s:]+");
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

  /** What a key is for. */
  public enum Kind {
    /** OpenPGP, RFC 9580. */
    PGP("-----BEGIN PGP PUBLIC KEY BLOCK-----"),
    /** S/MIME, RFC 8551. */
    SMIME("-----BEGIN CERTIFICATE-----");

    private final String armour;

    Kind(String armour) {
      this.armour = armour;
    }

    /** The kind as it is written, such as {@code pgp}. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that key; throws IllegalArgumentException where there is none. */
    @JsonCreator
    public static Kind ofKey(String key) {
      for (Kind kind : values()) {
        if (kind.key().equals(key)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("pgp or smime");
    }
  }

  /** Throws IllegalArgumentException, naming the field, for what cannot be a public key. */
  public KeyText {
    if (kind == null) {
      throw Field.bad("kind", "pgp or smime");
    }
    fingerprint =
        SEPARATORS
            .matcher(Field.text("fingerprint", fingerprint, 200))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw Field.bad("fingerprint", "40 or 64 hex digits");
    }
    text = Field.optional("text", text, LONGEST_TEXT);
    if (text != null && !text.startsWith(kind.armour)) {
      throw Field.bad("text", "must begin with " + kind.armour);
    }
    note = Field.optional("note", note, LONGEST_NOTE);
  }

  /** The same without its note. */
  KeyText withoutNote() {
    return new KeyText(kind, fingerprint, text, null);
  }
}

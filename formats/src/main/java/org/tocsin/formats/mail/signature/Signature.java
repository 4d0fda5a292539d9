package org.tocsin.formats.mail.signature;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is worth.
 *
 * @param kind S/MIME or OpenPGP
 * @param state what checking it gave
 * @param key the key it was made with: fingerprint of the certificate (S/MIME, SHA-256) or of the
 *     key, or its id (OpenPGP); null where it does not say
 * @param signer mail address its certificate names, null where there is none
 * @param known whether the directory holds that key for the author of the mail
 */
public record Signature(
    Kind kind, State state, @Nullable String key, @Nullable String signer, boolean known) {
  /** The two standards. */
  public enum Kind {
    SMIME,
    OPENPGP
  }

  /** What checking gave. */
  public enum State {
    /**
     * It fits what was signed, by the key named. For S/MIME that is the certificate the mail brings
     * along, which nobody need have vouched for.
     */
    VALID,
    /** It does not fit what was signed, or can not be read. */
    INVALID,
    /** The key to check it by is not known. */
    UNKNOWN_KEY;

    /** The state as a field has it, such as {@code unknown-key}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Signature broken(Kind kind) {
    return new Signature(kind, State.INVALID, null, null, false);
  }
}

package org.tocsin.formats.sco;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of an X.509 certificate (STIX 2.1 section 6.18); null is what is not known.
 *
 * @param hashes of the certificate, may be empty
 * @param serialNumber as its authority issued it
 * @param issuer distinguished name
 * @param subject distinguished name
 * @param notBefore begin of its validity
 * @param notAfter end of its validity
 * @param signatureAlgorithm what it was signed with
 * @param keyAlgorithm what its public key is for
 */
public record Certificate(
    Hashes hashes,
    @Nullable String serialNumber,
    @Nullable String issuer,
    @Nullable String subject,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter,
    @Nullable String signatureAlgorithm,
    @Nullable String keyAlgorithm) {

  /** Whether it can be told from others: an id needs a hash or the serial number. */
  public boolean isIdentified() {
    return !hashes.isEmpty() || serialNumber != null;
  }

  ObjectNode contributing() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!hashes.isEmpty()) {
      json.set("hashes", hashes.contributing());
    }
    return putText(json, "serial_number", serialNumber);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!hashes.isEmpty()) {
      json.set("hashes", hashes.json());
    }
    putText(json, "serial_number", serialNumber);
    putText(json, "signature_algorithm", signatureAlgorithm);
    putText(json, "issuer", issuer);
    putText(json, "subject", subject);
    putText(json, "subject_public_key_algorithm", keyAlgorithm);
    putText(json, "validity_not_before", notBefore == null ? null : StixTime.millis(notBefore));
    return putText(json, "validity_not_after", notAfter == null ? null : StixTime.millis(notAfter));
  }

  private static ObjectNode putText(ObjectNode json, String property, @Nullable String text) {
    return text == null ? json : json.put(property, text);
  }
}

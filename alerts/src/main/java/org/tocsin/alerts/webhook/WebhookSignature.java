package org.tocsin.alerts.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages symmetrically (Standard Webhooks, "Signature scheme"): HMAC-SHA256 over the
 * message's id, the time of the try in seconds, and the body, with dots between.
 */
final class WebhookSignature {
  private static final String HMAC_SHA256 = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param secrets each as {@code whsec_} and base64; the message is signed with all of them
   */
  static String of(List<String> secrets, String id, String seconds, byte[] body) {
    return secrets.stream()
        .map(secret -> of(key(secret), id, seconds, body))
        .collect(Collectors.joining(" "));
  }

  private static byte[] key(String secret) {
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  private static String of(byte[] key, String id, String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC_SHA256);
      mac.init(new SecretKeySpec(key, HMAC_SHA256));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}

package org.tocsin.outward;

import java.net.URI;
import java.util.Map;

/**
 * What is to be sent to a machine's address.
 *
 * @param uri to where
 * @param contentType the media type of its body
 * @param body its body
 * @param headers more headers
 */
public record Message(URI uri, String contentType, byte[] body, Map<String, String> headers) {
  public Message {
    headers = Map.copyOf(headers);
  }

  /** Leaves out what is in it. */
  @Override
  public String toString() {
    return "Message[" + uri + "]";
  }
}

package org.tocsin.ingest.feed;

/**
 * Where the secret of a feed is found; the definition never holds it.
 *
 * @param header the header it is sent in; empty for a mailbox, which needs none
 * @param property the property or environment variable that holds it
 * @param prefix what stands before it in the header, such as {@code "Bearer "}; may be empty
 */
public record FeedSecret(String header, String property, String prefix) {}

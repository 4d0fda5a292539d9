package org.tocsin.model.warning;

import java.time.Instant;

/**
 * Somebody who changed nothing has read a content and stands for it.
 *
 * @param by who
 * @param hash of the content, and of no other
 * @param at when
 */
public record Approval(String by, String hash, Instant at) {}

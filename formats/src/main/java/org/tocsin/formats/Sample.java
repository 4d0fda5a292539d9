package org.tocsin.formats;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a submission before it is read.
 *
 * @param name the original file name, null when none was given
 * @param contentType the media type it was sent with, null when none was given
 * @param head its first bytes, up to 64 KiB
 */
public record Sample(@Nullable String name, @Nullable String contentType, byte[] head) {}

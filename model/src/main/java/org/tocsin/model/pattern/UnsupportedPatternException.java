package org.tocsin.model.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A pattern is right by its grammar but cannot be held against anything here. The message says why
 * and may be shown to who sent it.
 */
public final class UnsupportedPatternException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnsupportedPatternException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}

package org.tocsin.engines.process;

/** Exit codes in words. */
final class ExitCode {

  private static final int SIGNALLED = 128;

  private ExitCode() {}

  /** A half sentence such as "ended with exit code 1". */
  static String describe(int code) {
    return switch (code) {
      case SIGNALLED + 9 ->
          "was killed (signal 9): by somebody, or by the system because memory ran out";
      case SIGNALLED + 15 -> "was asked to stop by somebody (signal 15)";
      default -> "ended with exit code " + code;
    };
  }
}

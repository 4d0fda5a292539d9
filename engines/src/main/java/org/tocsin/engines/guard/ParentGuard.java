package org.tocsin.engines.guard;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * A Java agent that ends its process when the parent is gone.
 *
 * <p>The parent holds the other end of this process's standard input and never writes to it. When
 * the parent ends, in whatever way, the kernel closes the pipe and the read returns: no polling, no
 * process id that could have been given to somebody else.
 */
public final class ParentGuard {

  private static final int HALT_AFTER_MILLIS = 8_000;

  private ParentGuard() {}

  /**
   * Called by the JVM before the program's own main.
   *
   * @param arguments not used
   */
  public static void premain(String arguments) {
    daemon("parent-guard", ParentGuard::awaitEndOfParent);
  }

  private static void awaitEndOfParent() {
    try (FileInputStream parent = new FileInputStream(FileDescriptor.in)) {
      while (parent.read() >= 0) {
        // Nothing is ever sent; only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    daemon("parent-guard-halt", ParentGuard::haltWhenShutdownHangs);
    System.exit(0);
  }

  private static void haltWhenShutdownHangs() {
    try {
      Thread.sleep(HALT_AFTER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}

package org.tocsin.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.ProcessFailedException;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.process.Readiness;
import org.tocsin.engines.process.SupervisedProcess;

/** An engine that is a child process: laid out at the first start, supervised from then on. */
final class ProcessEngine implements Engine {

  /** What one kind of engine is made of. */
  interface Recipe {
    /** Which one. */
    EngineKind kind();

    /** Chooses ports, writes configuration, unpacks; may take long the first time. */
    ChildSpec layOut() throws IOException, InterruptedException;

    /** How to ask it; called after {@link #layOut}. */
    Readiness readiness();

    /** Where it answers; called after {@link #layOut}. */
    String address();
  }

  private final Recipe recipe;
  private final ProcessListener listener;
  private volatile @Nullable SupervisedProcess process;

  ProcessEngine(Recipe recipe, ProcessListener listener) {
    this.recipe = recipe;
    this.listener = listener;
  }

  @Override
  public EngineKind kind() {
    return recipe.kind();
  }

  @Override
  public synchronized void start() {
    SupervisedProcess known = process;
    if (known == null) {
      try {
        known = new SupervisedProcess(recipe.layOut(), recipe.readiness(), listener);
      } catch (IOException e) {
        throw new ProcessFailedException(
            "%s cannot be laid out: %s".formatted(kind().label(), e), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ProcessFailedException("%s: interrupted".formatted(kind().label()), e);
      }
      process = known;
    }
    known.start();
  }

  @Override
  public Duration awaitReady(Duration timeout) throws InterruptedException {
    return started().awaitReady(timeout);
  }

  @Override
  public boolean isReady() {
    SupervisedProcess known = process;
    return known != null && known.asksReady();
  }

  @Override
  public String address() {
    started();
    return recipe.address();
  }

  @Override
  public OptionalLong pid() {
    SupervisedProcess known = process;
    return known == null ? OptionalLong.empty() : known.pid();
  }

  @Override
  public Path logFile() {
    return started().logFile();
  }

  @Override
  public void kill() {
    started().kill();
  }

  @Override
  public void stop() {
    SupervisedProcess known = process;
    if (known != null) {
      known.stop();
    }
  }

  private SupervisedProcess started() {
    SupervisedProcess known = process;
    if (known == null) {
      throw new IllegalStateException(kind().label() + " was never started");
    }
    return known;
  }
}

package org.tocsin.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tocsin.engines.port.PortBook;
import org.tocsin.engines.port.PortPolicy;
import org.tocsin.engines.process.ProcessFailedException;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.server.ServerFiles;

/**
 * A set of engines in one home folder. Only one set runs in a home folder at a time.
 *
 * <p>When this process ends, in whatever way, the engines end too.
 */
public final class Engines implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Map<EngineKind, Engine> engines = new EnumMap<>(EngineKind.class);
  private final Path home;
  private final FileChannel lock;
  private final PortPolicy policy;
  private final ProcessListener listener;
  private final Thread atExit = new Thread(this::stopAll, "stop-engines");

  private Engines(Path home, PortPolicy policy, ProcessListener listener) {
    this.home = home.toAbsolutePath().normalize();
    this.policy = policy;
    this.listener = listener;
    this.lock = lock(this.home);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Lays engines out and starts them side by side; returns when all of them answer.
   *
   * @param home where data, logs and ports are kept between runs
   * @param kinds which ones
   * @param policy which ports to ask for first
   * @param listener hears about progress, crashes and restarts
   * @throws ProcessFailedException when one does not come up; the others have been stopped by then
   */
  public static Engines start(
      Path home, Set<EngineKind> kinds, PortPolicy policy, ProcessListener listener)
      throws InterruptedException {
    Engines engines = new Engines(home, policy, listener);
    try {
      engines.ensure(kinds);
      return engines;
    } catch (RuntimeException | InterruptedException e) {
      engines.close();
      throw e;
    }
  }

  /**
   * Adds what is not in the set yet, starts what does not run, and returns when all that was asked
   * for answers.
   *
   * @param kinds which ones
   * @throws ProcessFailedException when one does not come up
   */
  public synchronized void ensure(Set<EngineKind> kinds) throws InterruptedException {
    ServerFiles files = ServerFiles.find();
    List<Engine> asleep = new ArrayList<>();
    for (EngineKind kind : kinds) {
      Engine engine = engines.computeIfAbsent(kind, wanted -> engine(wanted, files));
      if (engine.pid().isEmpty() || !engine.isReady()) {
        asleep.add(engine);
      }
    }
    Memory.require(asleep.stream().filter(e -> e.pid().isEmpty()).map(Engine::kind).toList());
    forEachAtOnce(asleep, this::startOne);
  }

  /**
   * One of the engines.
   *
   * @throws IllegalArgumentException when it is not in this set
   */
  public Engine get(EngineKind kind) {
    Engine engine = engines.get(kind);
    if (engine == null) {
      throw new IllegalArgumentException(kind.label() + " was not asked for");
    }
    return engine;
  }

  /** All of them. */
  public Collection<Engine> all() {
    return engines.values();
  }

  /** Stops all of them side by side; returns when their processes are gone. */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out; the hook has done or will do the same.
    }
  }

  private void startOne(Engine engine) throws InterruptedException {
    engine.start();
    listener.ready(engine.kind().label(), engine.awaitReady(LONGEST_START));
  }

  private void stopAll() {
    try {
      forEachAtOnce(engines.values(), Engine::stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      unlock();
    }
  }

  private interface Step {
    void accept(Engine engine) throws InterruptedException;
  }

  private static void forEachAtOnce(Collection<Engine> engines, Step step)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> steps = new ArrayList<>();
      for (Engine engine : engines) {
        steps.add(
            threads.submit(() -> {
              step.accept(engine);
              return true;
            }));
      }
      for (Future<?> one : steps) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new ProcessFailedException("an engine could not be started", e.getCause());
    }
  }

  private Engine engine(EngineKind kind, ServerFiles files) {
    String label = kind.label();
    Path own = home.resolve(label);
    Path log = home.resolve("logs").resolve(label + ".log");
    PortBook ports =
        new PortBook(own.resolve("ports.properties"), policy, text -> listener.says(label, text));
    ProcessEngine.Recipe recipe =
        switch (kind) {
          case KAFKA -> new KafkaRecipe(own, files, ports, log);
          case ELASTICSEARCH -> new ElasticsearchRecipe(own, files, ports, log);
          case KEYCLOAK -> new KeycloakRecipe(own, files, ports, log, listener);
        };
    return new ProcessEngine(recipe, listener);
  }

  /** Held until the engines are stopped; the system lets go of it when this process ends. */
  @SuppressWarnings("resource")
  private static FileChannel lock(Path home) {
    try {
      Path file = Files.createDirectories(home.resolve("run")).resolve("lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw inUse(home);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw inUse(home);
    } catch (IOException e) {
      throw new ProcessFailedException("cannot write in " + home, e);
    }
  }

  private static ProcessFailedException inUse(Path home) {
    return new ProcessFailedException("engines already run in " + home);
  }

  private void unlock() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new ProcessFailedException("cannot release the home folder", e);
    }
  }
}

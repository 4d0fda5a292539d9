package org.tocsin.engines.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child JVM: the same JDK as this one, ended by the guard when this process
 * is gone, deaf to Ctrl-C.
 *
 * <p>A terminal sends Ctrl-C and its hang-up to the whole process group. The children must not act
 * on them by themselves: they are stopped in order by their parent. A signal that is ignored when a
 * JVM starts stays ignored, hence the shell in front; it replaces itself, so the process id is the
 * JVM's.
 *
 * @param jvmOptions options before the class path, such as {@code -Xmx512m}
 * @param classPath class path, or the one jar to run when {@code mainClass} is {@code -jar}
 * @param mainClass the class to run, or {@code -jar}
 * @param arguments arguments of the program
 */
public record JavaCommand(
    List<String> jvmOptions, String classPath, String mainClass, List<String> arguments) {

  private static final String DEAF = "trap '' INT HUP; exec \"$0\" \"$@\"";

  /** Takes copies. */
  public JavaCommand {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
  }

  /**
   * The words of the command.
   *
   * @param guard the jar of the guard
   */
  public List<String> words(Path guard) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", DEAF, java()));
    words.add("-javaagent:" + guard);
    words.addAll(jvmOptions);
    if (mainClass.equals("-jar")) {
      words.addAll(List.of("-jar", classPath));
    } else {
      words.addAll(List.of("-cp", classPath, mainClass));
    }
    words.addAll(arguments);
    return words;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

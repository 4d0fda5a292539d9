package org.tocsin.engines.guard;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Lays {@link ParentGuard} out as the jar that {@code -javaagent} wants. */
public final class GuardJar {

  private GuardJar() {}

  /**
   * Writes the agent, replacing an older one in one step (a child may be reading it).
   *
   * @param folder where the jar goes; made when missing
   * @return the jar
   * @throws IOException when the folder cannot be written
   */
  public static Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "guard", ".tmp");
    try (OutputStream file = Files.newOutputStream(unfinished);
        JarOutputStream jar = new JarOutputStream(file, manifest());
        InputStream code = ParentGuard.class.getResourceAsStream("ParentGuard.class")) {
      if (code == null) {
        throw new FileNotFoundException("ParentGuard.class is not on the class path");
      }
      jar.putNextEntry(new JarEntry(ParentGuard.class.getName().replace('.', '/') + ".class"));
      code.transferTo(jar);
      jar.closeEntry();
    }
    return Files.move(unfinished, folder.resolve("guard.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", ParentGuard.class.getName());
    return manifest;
  }
}

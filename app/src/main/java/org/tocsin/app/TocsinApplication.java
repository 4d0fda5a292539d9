package org.tocsin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The program. {@code tocsin.roles} says which parts of it this process runs. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, RoleSelector.class})
public class TocsinApplication {
  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(TocsinApplication.class, args);
  }
}

package org.tocsin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The program. {@code tocsin.roles} says which parts of it this process runs. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, RoleSelector.class})
public class TocsinApplication {
  /** Starts it; with the role {@code rebuild} it ends when that is done. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(TocsinApplication.class);
    if (RoleSelector.isRebuild(args)) {
      application.setWebApplicationType(WebApplicationType.NONE);
      System.exit(SpringApplication.exit(application.run(args)));
    }
    application.run(args);
  }
}

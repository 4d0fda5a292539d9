package org.tocsin.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.web.api.ApiConfiguration;
import org.tocsin.web.console.ConsoleConfiguration;
import org.tocsin.web.security.ConsoleSecurityConfiguration;
import org.tocsin.web.security.SecurityConfiguration;
import org.tocsin.web.upload.UploadConfiguration;

/** Everything a process with the role {@code web} serves, and how it is guarded. */
@Configuration(proxyBeanMethods = false)
@Import({
  SecurityConfiguration.class,
  ConsoleSecurityConfiguration.class,
  ReadingConfiguration.class,
  UploadConfiguration.class,
  ApiConfiguration.class,
  ConsoleConfiguration.class
})
public class WebConfiguration {}

package org.tocsin.web.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST interface. */
@Configuration(proxyBeanMethods = false)
@Import({
  ReportsApi.class,
  FeedsApi.class,
  AccountingApi.class,
  ObservationsApi.class,
  ObjectsApi.class,
  IncidentStixApi.class,
  RejectsApi.class,
  DirectoryApi.class,
  SharingGroupsApi.class,
  IncidentsApi.class,
  IncidentActionsApi.class,
  AttachmentsApi.class,
  WarningsApi.class,
  WarningReadersApi.class,
  DeliveriesApi.class,
  SubscriptionsApi.class,
  JournalApi.class,
  ApiDescription.class
})
public class ApiConfiguration {}

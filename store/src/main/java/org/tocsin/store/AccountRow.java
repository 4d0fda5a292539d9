package org.tocsin.store;

import java.time.Instant;
import org.tocsin.model.account.Account;
import org.tocsin.model.report.Origin;

/**
 * The equation of one feed in one hour.
 *
 * @param hour the hour's beginning
 * @param origin provider and feed
 * @param account all submissions opened in that hour
 */
public record AccountRow(Instant hour, Origin origin, Account account) {}

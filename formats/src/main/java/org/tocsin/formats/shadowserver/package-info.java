/**
 * Shadowserver's report files (CSV). What the report types and their columns mean is data: {@code
 * types.tsv} and {@code columns.tsv} beside this package's resources.
 */
@NullMarked
package org.tocsin.formats.shadowserver;

import org.jspecify.annotations.NullMarked;

/**
 * Lists and tables of any provider, each described by a mapping that is data: how it is cut, what
 * its columns hold, how it is recognised.
 */
@NullMarked
package org.tocsin.formats.table;

import org.jspecify.annotations.NullMarked;

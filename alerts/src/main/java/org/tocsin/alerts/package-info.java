/** What goes out. Every exit asks the sharing policy first. */
@NullMarked
package org.tocsin.alerts;

import org.jspecify.annotations.NullMarked;

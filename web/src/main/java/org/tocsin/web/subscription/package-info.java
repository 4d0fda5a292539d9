/** What people and machines want to hear of: where they say so, and see what would come of it. */
@NullMarked
package org.tocsin.web.subscription;

import org.jspecify.annotations.NullMarked;

// The way to a release, as a person goes it.

export async function openNewRelease(page) {
    await page.getByRole('button', { name: 'New release' }).first().click();
    return page.getByRole('dialog', { name: 'New release' });
}

export async function createRelease(page, { person = 'Ana Souza', product = 'Checkout', name = 'Winter checkout' } = {}) {
    const dialog = await openNewRelease(page);
    const asked = dialog.getByRole('textbox', { name: 'Your name' });
    if (await asked.count()) await asked.fill(person);
    await dialog.getByRole('textbox', { name: 'Product' }).fill(product);
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Create release' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${product}`) }).waitFor();
}

export const openSection = (page, section) => page.getByRole('tab', { name: new RegExp(`^${section}`) }).click();

// "Saved" stands there only after the store has it.
export const untilSaved = (page) => page.getByRole('status').getByText('Saved', { exact: true }).waitFor();

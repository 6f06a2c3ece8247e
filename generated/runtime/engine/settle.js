/** The promise of what a function of Node gives to its callback. */
export function settle(begin) {
    return new Promise((resolve, reject) => {
        begin((error, value) => {
            if (error === null || error === undefined)
                resolve(value);
            else
                reject(error);
        });
    });
}
